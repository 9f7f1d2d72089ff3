import type { Pod } from './generated/types.ts'

/** How a container's process ended that somebody was attached to: nobody else can tell when a shell is left. */
export interface Ended {
  /** The run, by how many there were before it. */
  readonly run: number
  readonly exitCode: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The annotation of a pod that keeps it, for one of its containers. */
export const endedKey = (container: string): string => `kubesim.io/ended.${container}`

export const endedOf = ({ metadata }: Pod, container: string): Ended | undefined => {
  const text = metadata.annotations?.[endedKey(container)]
  return text ? parse(text) : undefined
}

const parse = (text: string): Ended | undefined => {
  try {
    const ended: unknown = JSON.parse(text)
    return isEnded(ended) ? ended : undefined
  } catch (error) {
    // Somebody wrote the annotation by hand: then nothing has ended.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isEnded = (value: unknown): value is Ended => {
  const { run, exitCode, at } = (value ?? {}) as Partial<Ended>
  return typeof run === 'number' && typeof exitCode === 'number' && typeof at === 'number'
}
