import { isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import { add, type Container, get, isContainer, parseInner, remove, replace } from './json-container.ts'
import { PatchError } from './patch-error.ts'

/** One step of a JSON patch; checked only when it is carried out. */
export type JsonPatchOperation = Readonly<Record<string, unknown>>

/**
 * Applies a JSON patch (RFC 6902) as the library of kubectl and the server does, which is laxer than the RFC: indexes
 * may be negative, the text before a path's first slash is ignored, a missing key may be replaced. Throws PatchError.
 */
export const applyJsonPatch = (document: unknown, patch: readonly JsonPatchOperation[]): unknown =>
  patch.reduce((result: unknown, operation) => step(result, operation), document)

const step = (document: unknown, operation: JsonPatchOperation): unknown => {
  const kind = typeof operation.op === 'string' ? operation.op : 'unknown'
  const run = steps[kind]
  if (!run) throw new PatchError(`Unexpected kind: ${kind}`)
  return run(document, operation)
}

type Step = (document: unknown, operation: JsonPatchOperation) => unknown

const steps: Readonly<Record<string, Step>> = {
  add(document, operation) {
    const path = pathOf(operation, 'add')
    return edit(document, path, {
      missing: `add operation does not apply: doc is missing path: "${path}": missing value`,
      failed: `error in add for path: '${path}'`,
      change: (container, key) => add(container, key, valueIn(operation)),
    })
  },

  remove(document, operation) {
    const path = pathOf(operation, 'remove')
    return edit(document, path, {
      missing: `remove operation does not apply: doc is missing path: "${path}": missing value`,
      failed: `error in remove for path: '${path}'`,
      change: remove,
    })
  },

  replace(document, operation) {
    const path = pathOf(operation, 'replace')
    const value = valueIn(operation)
    if (path === '') {
      if (isMap(value) || Array.isArray(value)) return value
      throw new PatchError('replace operation value must be object or array: %!w(<nil>)')
    }
    return edit(document, path, {
      missing: `replace operation does not apply: doc is missing path: ${path}: missing value`,
      change: (container, key) => {
        try {
          return replace(container, key, value)
        } catch (error) {
          if (!(error instanceof PatchError)) throw error
          throw new PatchError(`replace operation does not apply: doc is missing key: ${path}: missing value`)
        }
      },
    })
  },

  move(document, operation) {
    const from = fromOf(operation, 'move')
    const missing = `move operation does not apply: doc is missing from path: ${from}: missing value`
    const failed = `error in move for path: '${from.slice(from.lastIndexOf('/') + 1)}'`
    const value = lookup(document, from, { missing, failed })
    const removed = edit(document, from, { missing, failed, change: remove })
    const path = pathOf(operation, 'move')
    return edit(removed, path, {
      missing: `move operation does not apply: doc is missing destination path: ${path}: missing value`,
      failed: `error in move for path: '${path}'`,
      change: (container, key) => add(container, key, value),
    })
  },

  copy(document, operation) {
    const from = fromOf(operation, 'copy')
    const value = lookup(document, from, {
      missing: `copy operation does not apply: doc is missing from path: ${from}: missing value`,
      failed: `error in copy for from: '${from}'`,
    })
    const path = pathOf(operation, 'copy')
    return edit(document, path, {
      missing: `copy operation does not apply: doc is missing destination path: ${path}: missing value`,
      failed: 'error while adding value during copy',
      change: (container, key) => add(container, key, value ?? null),
    })
  },

  test(document, operation) {
    const path = pathOf(operation, 'test')
    const value =
      path === ''
        ? document
        : lookup(document, path, {
            missing: `test operation does not apply: is missing path: ${path}: missing value`,
            failed: `error in test for path: '${path}'`,
          })
    // A missing value passes for null.
    if (!sameJson(value ?? null, valueIn(operation))) throw new PatchError(`testing value ${path} failed: test failed`)
    return document
  },
}

const valueIn = ({ value }: JsonPatchOperation): unknown => value ?? null

const pathOf = ({ path }: JsonPatchOperation, name: string): string => {
  if (typeof path === 'string') return path
  const missing = name === 'replace' || name === 'move' || name === 'test' ? 'operation missing path field: ' : ''
  throw new PatchError(`${name} operation failed to decode path: ${missing}missing value`)
}

const fromOf = ({ from }: JsonPatchOperation, name: string): string => {
  if (typeof from === 'string') return from
  throw new PatchError(`${name} operation failed to decode from: operation, missing from field: missing value`)
}

interface Texts {
  readonly missing: string
  /** Put before what the container says, if given. */
  readonly failed?: string
}

interface Edit extends Texts {
  change(container: Container, key: string): Container
}

const edit = (document: unknown, path: string, { missing, failed, change }: Edit): unknown => {
  const tokens = tokensOf(path)
  const walk = (node: unknown, [key = '', ...rest]: readonly string[]): Container => {
    if (!isContainer(node)) throw new PatchError(missing)
    if (rest.length === 0) return explained(failed, () => change(node, key))
    return replace(node, key, walk(parseInner(node, key), rest))
  }
  if (tokens.length === 0) throw new PatchError(missing)
  return walk(document, tokens)
}

const lookup = (document: unknown, path: string, { missing, failed }: Texts): unknown => {
  const tokens = tokensOf(path)
  const parent = tokens.slice(0, -1).reduce((node: unknown, key) => {
    if (!isContainer(node)) throw new PatchError(missing)
    return parseInner(node, key)
  }, document)
  if (tokens.length === 0 || !isContainer(parent)) throw new PatchError(missing)
  return explained(failed, () => get(parent, tokens.at(-1) ?? ''))
}

const explained = <T>(failed: string | undefined, run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof PatchError) || failed === undefined) throw error
    throw new PatchError(`${failed}: ${error.message}`)
  }
}

const tokensOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map(token => token.replace(/~[01]/g, escaped => (escaped === '~1' ? '/' : '~')))
