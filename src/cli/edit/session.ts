import { sortKeys } from '../../util/go-json.ts'
import { Failure } from '../errors.ts'
import { readStream } from '../manifests/manifests.ts'
import { writeTempFile } from '../manifests/temp-files.ts'
import { printedText } from '../output/print-text.ts'
import { withoutManagedFields } from '../output/printing.ts'
import { bareMessage } from '../program/failure.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import { contentOf, withoutComments } from './comments.ts'
import { openEditor } from './editor.ts'
import { validationFault } from './faults.ts'
import { type Reason, reasonLines } from './header.ts'

/** What became of what was saved in the editor. */
export interface Saved {
  /** What keeps the file open: it is edited once more. */
  readonly reasons: readonly Reason[]
  /** Something could not be sent: another try is up to the user. */
  readonly failed?: 'retryable' | 'notFound' | undefined
}

export interface EditSession {
  /** What is to be edited, as it is. */
  readonly objects: readonly Found[]
  readonly header: string
  /** `yaml`, `json` or `kyaml`. */
  readonly format: string
  /** Whether kubectl looks at the file itself before anything is sent. */
  readonly validates: boolean
  readonly windowsLineEndings: boolean
  /** Parts of objects (`scale`) are of kinds that the API does not serve by themselves. */
  readonly ofParts?: boolean
  /** Carries out what was edited. */
  save(edited: readonly Found[]): Promise<Saved>
}

/** Lets the user edit objects until they can be saved, or are given up. */
export const editObjects = async (session: EditSession, context: Context): Promise<void> => {
  const printed = await textOf(session, context)
  const file = new EditedFile(session, context)
  let reasons: readonly Reason[] = []
  let body = printed
  for (;;) {
    const before = file.text
    await file.open(headed(session, reasons, body))
    if (reasons.length > 0 && contentOf(before) === contentOf(file.text)) {
      throw file.kept(new Failure('Edit cancelled, no valid changes were saved.'))
    }
    const outcome = await file.outcome(printed)
    if (!outcome) return
    reasons = outcome
    body = withoutComments(file.text)
  }
}

const textOf = async ({ objects, format }: EditSession, context: Context): Promise<string> => {
  const shown = objects.map(({ object }) => sortKeys(withoutManagedFields(object)))
  const list = { apiVersion: 'v1', items: shown, kind: 'List', metadata: {} }
  return printedText(shown.length === 1 ? shown[0] : list, format, context)
}

const headed = (
  { header, format, windowsLineEndings }: EditSession,
  reasons: readonly Reason[],
  body: string,
): string => {
  // JSON has no comments.
  const text = format === 'json' ? body : header + reasonLines(reasons) + body
  return windowsLineEndings ? text.replace(/\r?\n/g, '\r\n') : text
}

/** The file that the editor has, of which one is on disk at a time. */
class EditedFile {
  text = ''
  #path = ''
  readonly #session: EditSession
  readonly #context: Context

  constructor(session: EditSession, context: Context) {
    this.#session = session
    this.#context = context
  }

  async open(text: string): Promise<void> {
    const { world } = this.#context
    const last = this.#path
    const suffix = this.#session.format === 'json' ? '.json' : '.yaml'
    const path = writeTempFile({ prefix: 'kubectl-edit-', suffix }, text, world)
    try {
      await openEditor(path, world)
    } catch (error) {
      throw this.kept(error)
    }
    this.text = world.files.readFileSync(path, 'utf8')
    this.#path = path
    if (last) world.files.rmSync(last, { force: true })
  }

  /** Why the file is to be opened once more; undefined if all is done. */
  async outcome(printed: string): Promise<readonly Reason[] | undefined> {
    const { io } = this.#context
    const { objects, validates } = this.#session
    const fault = validates ? validationFault(this.text, objects) : undefined
    if (fault) {
      io.err.write(`error: ${fault.subject} is invalid\n`)
      return [fault.reason]
    }
    if (contentOf(printed) === contentOf(this.text)) return this.#cancel('no changes made.')
    if (!hasLines(this.text)) return this.#cancel('saved file was empty.')
    let edited: readonly Found[]
    try {
      edited = await this.#read()
    } catch (error) {
      return [{ head: `The edited file had a syntax error: ${bareMessage(error)}`, faults: [] }]
    }
    return this.#save(edited)
  }

  /** The error, after telling where the user's work is kept. */
  kept(error: unknown): unknown {
    const { io, world } = this.#context
    if (this.#path && world.files.existsSync(this.#path)) {
      io.err.write(`A copy of your changes has been stored to "${this.#path}"\n`)
    }
    return error
  }

  async #read(): Promise<readonly Found[]> {
    const found: Found[] = []
    const stream = { source: 'edited-file', read: async () => this.text }
    // Whatever -n was, an object cannot be moved.
    const context = Object.assign(Object.create(this.#context) as Context, { namespaceGiven: true })
    for await (const next of readStream(stream, { local: this.#session.ofParts ?? false }, context)) found.push(next())
    return found
  }

  async #save(edited: readonly Found[]): Promise<readonly Reason[] | undefined> {
    const { io } = this.#context
    const { reasons, failed } = await this.#session.save(edited).catch((error: unknown) => {
      throw this.kept(error)
    })
    if (failed === 'retryable') {
      io.err.write(`You can run \`kubectl replace -f ${this.#path}\` to try this update again.\n`)
      throw new Failure('')
    }
    if (failed === 'notFound') {
      io.err.write(`The edits you made on deleted resources have been saved to "${this.#path}"\n`)
      throw new Failure('')
    }
    if (reasons.length > 0) return reasons
    this.#remove()
    return undefined
  }

  #cancel(why: string): undefined {
    this.#remove()
    this.#context.io.err.write(`Edit cancelled, ${why}\n`)
  }

  #remove(): void {
    this.#context.world.files.rmSync(this.#path, { force: true })
  }
}

const hasLines = (text: string): boolean => text.split('\n').some(line => /^\s*[^\s#]/.test(line))
