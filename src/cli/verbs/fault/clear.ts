import { faultsOf } from '../../../api/faults.ts'
import { objectName } from '../../../api/resource.ts'
import { brokenObjects } from '../../fault/broken-objects.ts'
import { faultText } from '../../fault/fault-text.ts'
import { type Broken, writeFaults } from '../../fault/write-faults.ts'
import { type NamedTarget, parseTargets } from '../../selection/targets.ts'
import { defineVerb, UsageError } from '../../verb.ts'

const words: Readonly<Record<string, string>> = {
  probe: 'probe',
  crash: 'crash',
  image: 'image',
  node: 'down',
  dns: 'silent',
  path: 'path',
}

export const clear = defineVerb({
  usage: '[probe|crash|image|node|dns|path] [TYPE/NAME]',
  description:
    'Mend what was broken on purpose: everything, what is broken in one way, or what is broken at one object.',
  examples: `# All is well again
kubesim fault clear

# One pod
kubesim fault clear pod/web-1

# All images can be pulled
kubesim fault clear image`,
  complete(args) {
    const [first = '', ...rest] = args
    const kind = words[first]
    const named = kind === undefined ? args : rest
    if (first !== '' && kind === undefined && !args.join(' ').match(/[/ ]/)) {
      throw new UsageError(`"${first}" is neither a kind of fault nor TYPE/NAME`, { hint: true })
    }
    return { kind, objects: parseTargets(named).objects }
  },
  async run({ kind, objects }, context) {
    const { namespace, namespaceGiven, io } = context
    const isMeant = (broken: Broken): boolean =>
      objects.length === 0
        ? !namespaceGiven || !broken.resource.namespaced || broken.object.metadata.namespace === namespace
        : objects.some(target => isTarget(target, broken, namespace))
    for (const broken of (await brokenObjects(context)).filter(isMeant)) {
      const faults = faultsOf(broken.object)
      const mended = faults.filter(({ fault }) => kind === undefined || fault === kind)
      if (mended.length === 0) continue
      await writeFaults(
        broken,
        faults.filter(fault => !mended.includes(fault)),
        context,
      )
      const name = objectName(broken.resource, broken.object.metadata.name)
      for (const fault of mended) io.out.write(`${name} mended (${faultText(fault)})\n`)
    }
  },
})

const isTarget = ({ resource, name }: NamedTarget, broken: Broken, namespace: string): boolean =>
  resource.kind === broken.resource.kind &&
  name === broken.object.metadata.name &&
  (!resource.namespaced || broken.object.metadata.namespace === namespace)
