import { resolve } from 'node:path'
import { type Context, Failure } from '../../verb.ts'

/** A file's content as base64, as --embed-certs writes it into the kubeconfig. */
export const readEmbedded = (flag: string, path: string, { world }: Pick<Context, 'world'>): string => {
  const whole = resolve(world.cwd, path)
  if (!world.files.existsSync(whole)) {
    throw new Failure(`could not stat ${flag} file ${path}: stat ${path}: no such file or directory`)
  }
  return Buffer.from(world.files.readFileSync(whole, 'utf8')).toString('base64')
}
