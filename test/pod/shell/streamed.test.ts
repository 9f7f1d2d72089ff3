import fc from 'fast-check'
import { Bash } from 'just-bash/browser'
import { describe, expect, test } from 'vitest'
import { folderAt } from '../../../src/pod/files/entry.ts'
import { createFileTree } from '../../../src/pod/files/file-tree.ts'
import { programFile } from '../../../src/pod/image-files.ts'
import { interpret } from '../../../src/pod/shell/interpreter.ts'
import { openedFirst } from '../../../src/pod/shell/rewrite.ts'
import { streamed } from '../../../src/pod/shell/streamed.ts'
import { parseScript, SyntaxFault } from '../../../src/pod/shell/syntax.ts'

interface Shown {
  readonly out: string
  readonly err: string
  readonly code: number
  /** What was printed, in its pieces. */
  readonly pieces: readonly string[]
}

const programs = ['cat', 'echo', 'ls', 'tr', 'head', 'seq', 'grep', 'false', 'true']

const run = async (text: string): Promise<Shown> => {
  const pieces: string[] = []
  let [out, err] = ['', '']
  const files = createFileTree({
    entries: new Map([['/tmp', folderAt(0)], ...programs.map(name => programFile({ folder: '/bin' }, name, 0))]),
    now: () => 0,
    isReadOnly: () => false,
    space: 1 << 20,
  })
  const code = await interpret(streamed(openedFirst(parseScript(text))), {
    ...{ files, commands: [], environment: { PATH: '/usr/bin:/bin' }, folder: '/tmp', stdin: 'in\n' },
    out(piece) {
      out += piece
      if (piece) pieces.push(piece)
    },
    err(piece) {
      err += piece
    },
  })
  return { out, err, code, pieces }
}

describe('a script that prints as it goes', () => {
  test.for([
    ['a loop', 'for i in 1 2; do echo $i; done', ['1\n', '2\n']],
    ['a pipe', 'echo a; echo b | tr b c', ['a\n', 'c\n']],
    ['both ways of a condition', 'if false; then echo 1; else echo 2; echo 3; fi', ['2\n', '3\n']],
    ['a case', 'case x in y) echo 1;; x) echo 2;; esac', ['2\n']],
    ['a subshell and a group', '(echo 1; echo 2); { echo 3; }', ['1\n', '2\n', '3\n']],
    ['what is captured is not shown', 'x=$(echo a 2>&1); echo "[$x]"', ['[a]\n']],
    ['what is redirected is not shown', 'echo a > f; echo b >> f; cat f', ['a\nb\n']],
    ['both streams into one file', 'ls /nope > f 2>&1; cat f', ['ls: /nope: No such file or directory\n']],
    ['both streams with &>', 'ls /nope &> f; cat f', ['ls: /nope: No such file or directory\n']],
    ['a loop into a file', 'for i in 1 2; do echo $i; done > f; cat f', ['1\n2\n']],
    ['a document behind a pipe', 'cat <<E | tr a b\naa\nE', ['bb\n']],
    ['its input', 'cat', ['in\n']],
    ['a break out of a loop', 'while true; do echo 1; break; done', ['1\n']],
    ['a function', 'f() { echo 1; echo $1; }; f 2', ['1\n', '2\n']],
    [
      'a function that calls itself and another',
      'g() { echo g; }; f() { echo $1; g; [ $1 = 2 ] || f 2; }; f 1',
      ['1\n', 'g\n', '2\n', 'g\n'],
    ],
    [
      'what a function captured, piped and redirected prints',
      'f() { echo 1; echo 2; }; x=$(f); f | tr 1 3; f > f; echo "$x" | tail -1',
      ['3\n2\n', '2\n'],
    ],
    ['a function that leaves', 'f() { echo 1; return 3; echo 2; }; f || echo $?', ['1\n', '3\n']],
    ['a loop into cat', 'for i in 1 2; do echo $i; done | cat', ['1\n', '2\n']],
    ['what a loop into cat changes', 'x=0; while [ $x -lt 2 ]; do x=3; false; done | cat; echo $? $x', ['0 0\n']],
    ['a loop into cat into another', 'for i in 1 2; do echo $i; done | cat | tr 1 3', ['3\n2\n']],
    [
      'a loop into cat with pipefail',
      'set -o pipefail; for i in 1; do echo $i; false; done | cat; echo $?',
      ['1\n', '1\n'],
    ],
    ['and, or and not', '! true || echo 1 && echo 2', ['1\n', '2\n']],
  ] as const)('%s', async ([, text, pieces]) => {
    expect((await run(text)).pieces).toEqual(pieces)
  })

  test.for([
    ['the last status', 'true; false', 1],
    ['exit in a loop', 'for i in 1 2; do exit 7; done', 7],
    ['a command that is not there', 'nope', 127],
    ['set -e', 'set -e; false; exit 3', 1],
    ['a file that cannot be written', 'echo a > /no/x', 1],
    ['a file that cannot be written, and what follows', 'echo a > /no/x; exit 4', 4],
    ['a function that was not made', 'false && f() { echo a; }; f', 127],
  ] as const)('ends with %s', async ([, text, code]) => {
    expect((await run(text)).code).toBe(code)
  })

  const simple = fc.constantFrom(
    'echo a',
    'echo $x',
    'x=1',
    'false',
    'true',
    'seq 2',
    'echo e >&2',
    'cat f',
    'echo t > f',
    'x=$(echo s)',
    'ls /nope',
  )
  const script = fc.letrec<{ one: string; list: string }>(tie => ({
    one: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      simple,
      tie('list').map(list => `if ${list}; then ${list}; else echo n; fi`),
      tie('list').map(list => `for i in 1 2; do ${list}; done`),
      tie('list').map(list => `{ ${list}; } 2>&1 | tr a b`),
      tie('list').map(list => `( ${list} )`),
      tie('list').map(list => `{ ${list}; } | cat`),
      // In braces, so that none is called that was not made: the bare interpreter keeps those of a pipe.
      tie('list').map(list => `{ f() { ${list}; }; f; }`),
      fc.tuple(tie('one'), tie('one')).map(([left, right]) => `${left} && ${right}`),
    ),
    list: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('; ')),
  })).list

  test('prints and ends as it would all at once', async () => {
    await fc.assert(
      fc.asyncProperty(script, async text => {
        const { out, err, code } = await run(text)
        const plain = new Bash({ cwd: '/tmp', env: { PATH: '/usr/bin:/bin' }, files: { '/tmp/k': '' } })
        const { stdout, stderr, exitCode } = await plain.exec(text, { stdin: 'in\n' })

        expect({ out, err, code }).toEqual({ out: stdout, err: stderr, code: exitCode })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a script that is none', () => {
  test.for([
    ['echo "a', true],
    ['if true', true],
    ['for i in 1; do', true],
    ['cat <<E\nhi', true],
    ['a |', true],
    ['a &&', true],
    ['echo \\', true],
    ['echo $(', true],
    ['f() {', true],
    ['fi', false],
    ['echo )', false],
  ] as const)('%s', ([text, isUnfinished]) => {
    expect(() => parseScript(text)).toThrow(SyntaxFault)
    try {
      parseScript(text)
    } catch (error) {
      expect((error as SyntaxFault).isUnfinished).toBe(isUnfinished)
    }
  })
})
