import { describe, expect, test } from 'vitest'
import type { Status } from '../../../src/api/generated/types.ts'
import { fromStatus, StatusError } from '../../../src/api/status-error.ts'
import { Failure, FlagError, UsageError } from '../../../src/cli/errors.ts'
import { describeFailure, during } from '../../../src/cli/program/failure.ts'
import { readCases } from '../../support/cases.ts'

interface Case {
  readonly title: string
  readonly cmd: string
  readonly server_answer: readonly { readonly body: Status }[]
  readonly stderr: string
  readonly code: number
}

const doing: Readonly<Record<string, string>> = { create: 'creating', apply: 'creating', replace: 'replacing' }

/** What the verb was about when the server refused. */
const inContext = ({ cmd, server_answer }: Case): unknown => {
  const error = server_answer.map(({ body }) => fromStatus(body))[0]
  const [, verb = '', file = ''] = /^kubectl (\w+) -f (\S+)/.exec(cmd) ?? []
  return doing[verb] ? during(`error when ${doing[verb]} "${file}"`, error) : error
}

// Where a verb words the refusal anew, its own tests look at it.
const isPlain = ({ cmd, server_answer, stderr }: Case): boolean =>
  server_answer[0]?.body.kind === 'Status' && !/create service|logs|Unable to find/.test(cmd + stderr)

describe('what the server answers', () => {
  test.for(readCases<Case>('server-answers.json').filter(isPlain))('$title', given => {
    expect(describeFailure(inContext(given), [])).toEqual({ text: given.stderr, code: given.code })
  })
})

describe('failures', () => {
  test.for([
    { name: 'anything thrown', error: new Error('no such file'), text: 'error: no such file\n' },
    { name: 'said already', error: new Error('error: twice'), text: 'error: twice\n' },
    { name: 'plain', error: new Failure('by itself', { plain: true }), text: 'by itself\n' },
    { name: 'silent', error: new Failure('', { code: 3 }), text: '', code: 3 },
    { name: 'arguments', error: new UsageError('too many'), text: 'error: too many\n' },
    {
      name: 'arguments, with a hint',
      error: new UsageError('too many', { hint: true }),
      text: "error: too many\nSee 'kubectl create deployment -h' for help and examples\n",
    },
    {
      name: 'flags',
      error: new FlagError('unknown flag: --foo'),
      text: "error: unknown flag: --foo\nSee 'kubectl create deployment --help' for usage.\n",
    },
    {
      name: 'several',
      error: new AggregateError([new Error('one'), new StatusError('NotFound', 'two')]),
      text: 'one\nError from server (NotFound): two\n',
    },
  ])('$name', ({ error, text, code = 1 }) => {
    expect(describeFailure(error, ['create', 'deployment'])).toEqual({ text, code })
  })
})
