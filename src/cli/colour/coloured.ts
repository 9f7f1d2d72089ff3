import type { Io, Output, World } from '../world/world.ts'
import { colourWanted } from './wanted.ts'

/** The same world, its output painted where colour is wanted. What paints is loaded only then. */
export const coloured = async (argv: readonly string[], world: World): Promise<World> => {
  const wanted = colourWanted(argv, world)
  if (!wanted.out && !wanted.err) return world
  const { painters } = await import('./painters.ts')
  const painted = (output: Output, usual: string): Output => ({
    write: (text, look = usual) => output.write(painters[look]?.(text) ?? text),
    isTerminal: output.isTerminal,
    get columns() {
      return output.columns
    },
  })
  const io: Io = {
    ...world.io,
    out: wanted.out ? painted(world.io.out, 'plain') : world.io.out,
    err: wanted.err ? painted(world.io.err, 'message') : world.io.err,
  }
  return { ...world, io }
}
