import { type Command, type Pipeline, parseScript, type Script } from './syntax.ts'

/**
 * The script with `LOOP | cat` as the loop alone: the interpreter ends one end of a pipe before it begins the other, and
 * `cat` only hands on what it gets. Where a pipe's status is that of its loop it is as it was.
 */
export const withoutCat = (script: Script): Script =>
  JSON.stringify(script.statements).includes('pipefail') ? script : (walked(script) as Script)

const walked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(walked)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walked(part)]))
  return copy.type === 'Pipeline' ? shorter(copy as unknown as Pipeline) : copy
}

const compound = new Set(['For', 'CStyleFor', 'While', 'Until', 'Group', 'Subshell'])

const shorter = (pipeline: Pipeline): Pipeline => {
  const [loop, last, ...others] = pipeline.commands
  if (!loop || !last || others.length > 0 || !compound.has(loop.type) || !isPlainCat(last)) return pipeline
  if (pipeline.pipeStderr?.[0]) return pipeline
  const { pipeStderr: _, ...rest } = pipeline
  return { ...rest, commands: [endingWell(loop)] }
}

const isPlainCat = (command: Command): boolean => {
  if (command.type !== 'SimpleCommand') return false
  const { name, args, redirections, assignments } = command
  const [part] = name?.parts ?? []
  return (
    part?.type === 'Literal' && part.value === 'cat' && args.length + redirections.length + assignments.length === 0
  )
}

/** `{ ( COMMAND ) || true; }`: `cat` ends well whatever came before it. */
const endingWell = (command: Command): Command => {
  const [statement] = parseScript('{ ( : ) || true; }').statements
  const [group] = statement?.pipelines[0]?.commands ?? []
  if (group?.type !== 'Group') throw new Error('a group is one')
  return {
    ...group,
    body: group.body.map(each => ({ ...each, pipelines: each.pipelines.map(inner => filled(inner, command)) })),
  }
}

const filled = (pipeline: Pipeline, command: Command): Pipeline => ({
  ...pipeline,
  commands: pipeline.commands.map(each => {
    if (each.type !== 'Subshell') return each
    return {
      ...each,
      body: each.body.map(one => ({ ...one, pipelines: [{ type: 'Pipeline', commands: [command], negated: false }] })),
    }
  }),
})
