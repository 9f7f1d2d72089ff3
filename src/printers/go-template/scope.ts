import { goQuote } from '../../util/go-quote.ts'
import { nodeText, type Place } from './nodes.ts'
import type { Template } from './parse.ts'
import { TemplateError } from './template-error.ts'

export interface RunOptions {
  readonly allowMissingKeys: boolean
  write(text: string): void
}

/** A value with its static type: what came out of a map or list is `interface {}` to Go until it passes a pipeline. */
export interface Cell {
  readonly value: unknown
  readonly boxed: boolean
}

// As deep as templates may call themselves here; Go allows more, but its stack grows.
const maxDepth = 500

/** The run of one template: its variables, and the place that an error points to. */
export class Scope {
  readonly template: Template
  readonly options: RunOptions
  readonly #name: string
  readonly #depth: number
  readonly #variables: { readonly name: string; cell: Cell }[] = []
  #place: Place | undefined

  constructor(template: Template, options: RunOptions, { name, depth }: { name: string; depth: number }) {
    this.template = template
    this.options = options
    this.#name = name
    this.#depth = depth
  }

  write(text: string): void {
    if (text !== '') this.options.write(text)
  }

  /** The scope of a template that this one calls. */
  inside(name: string): Scope {
    if (this.#depth >= maxDepth) this.fail(`exceeded maximum template depth (${maxDepth})`)
    return new Scope(this.template, this.options, { name, depth: this.#depth + 1 })
  }

  /** Forgets afterwards the variables that `run` declares. */
  block<T>(run: () => T): T {
    const count = this.#variables.length
    const result = run()
    this.#variables.length = count
    return result
  }

  declare(name: string, cell: Cell): void {
    this.#variables.push({ name, cell })
  }

  assign(name: string, cell: Cell): void {
    const variable = this.#variables.findLast(candidate => candidate.name === name)
    if (!variable) this.fail(`undefined variable: ${name}`)
    variable.cell = cell
  }

  read(name: string): Cell {
    const variable = this.#variables.findLast(candidate => candidate.name === name)
    return variable?.cell ?? this.fail(`undefined variable: ${name}`)
  }

  at(place: Place): void {
    this.#place = place
  }

  fail(problem: string): never {
    if (!this.#place) throw new TemplateError(`template: output: ${problem}`)
    const before = this.template.source.slice(0, this.#place.at)
    const lines = before.split('\n')
    const column = new TextEncoder().encode(lines.at(-1)).length
    const where = `output:${lines.length}:${column}: executing ${goQuote(this.#name)}`
    throw new TemplateError(`template: ${where} at <${nodeText(this.#place)}>: ${problem}`)
  }
}
