import type { Node } from '../../api/generated/types.ts'
import { type DryRun, dryRunSuffix } from '../dry-run.ts'
import type { Known } from '../selection/collect-objects.ts'
import type { Context } from '../verb.ts'

/** Makes a node refuse new pods, or take them again, and says so. */
export const setSchedulable = async (
  { resource, name, object }: Known,
  { isSchedulable, dryRun }: { readonly isSchedulable: boolean; readonly dryRun: DryRun },
  { client, io }: Context,
): Promise<void> => {
  const did = isSchedulable ? 'uncordoned' : 'cordoned'
  const isSo = !((object as Node).spec?.unschedulable ?? false) === isSchedulable
  if (!isSo && dryRun !== 'client') {
    const body = { spec: { unschedulable: isSchedulable ? null : true } }
    const options = { dryRun: dryRun === 'server', fieldManager: 'kubectl' }
    await client.patch({ resource, name }, { type: 'strategic', body }, options)
  }
  io.out.write(`node/${name} ${isSo ? 'already ' : ''}${did}${dryRunSuffix(dryRun)}\n`)
}
