import type { Patch, WriteOptions } from '../../api/client.ts'
import { parsePatch } from '../../api/patch/parse-patch.ts'
import { badRequest, unsupportedMediaType } from '../../api/status-error.ts'
import { mediaTypeOf, textOf } from '../body.ts'
import { flagOf } from '../options/fields.ts'
import { writeOptions } from '../options/write-options.ts'
import type { Call } from '../server.ts'

const types = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
} as const

/** The patch of a request, and how it shall be written. Throws UnsupportedMediaType where it is of no known type. */
export const patchIn = async (call: Call): Promise<{ readonly patch: Patch; readonly options: WriteOptions }> => {
  const type = Object.entries(types).find(([media]) => media === mediaTypeOf(call))?.[1]
  if (!type) throw unsupportedMediaType()
  const options = writeOptions('PatchOptions', call, { isApply: type === 'apply' })
  const text = textOf(call.body)
  if (type !== 'apply') return { patch: parsePatch(text, type), options }
  return { patch: { type, body: await parseApplied(text), force: flagOf(call.query, 'force') }, options }
}

const parseApplied = async (text: string): Promise<unknown> => {
  const [{ parseYaml }, { YamlError }] = await Promise.all([
    import('../../util/yaml/read.ts'),
    import('../../util/yaml/error.ts'),
  ])
  try {
    return parseYaml(text) ?? {}
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    throw badRequest(`error decoding YAML: error converting YAML to JSON: ${error.message}`)
  }
}
