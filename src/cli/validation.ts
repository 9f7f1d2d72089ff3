import type { Command } from 'commander'
import type { WriteOptions } from '../api/client.ts'
import { parseBool } from '../util/go-strconv.ts'
import { Failure } from './errors.ts'

export interface ValidationFlags {
  readonly validate: string
}

/** Adds `--validate`. */
export const declareValidation = (command: Command): Command =>
  command.addOption(
    command
      .createOption('--validate [level]', 'What unknown and duplicate fields are: strict (an error), warn, ignore.')
      .default('strict')
      .preset('strict'),
  )

type FieldValidation = NonNullable<WriteOptions['fieldValidation']>

const levels: Readonly<Record<string, FieldValidation>> = { strict: 'Strict', warn: 'Warn', ignore: 'Ignore' }

/** What --validate asks of the server. With Ignore kubectl does not look at manifests itself, either. */
export const validationOf = ({ validate }: ValidationFlags): FieldValidation => {
  const level = Object.hasOwn(levels, validate) ? levels[validate] : undefined
  if (level) return level
  try {
    return parseBool(validate) ? 'Strict' : 'Ignore'
  } catch {
    throw new Failure(
      `invalid - validate option ${JSON.stringify(validate)}; must be one of: strict (or true), warn, ignore (or false)`,
    )
  }
}
