import { describe, expect, test } from 'vitest'
import { painters } from '../../../src/cli/colour/painters.ts'

const names: Readonly<Record<string, string>> = { 1: 'bold', 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' }

const introducer = '\u{1b}'

/** Colours as `<red>text</>`. */
const legible = (text = ''): string =>
  text.replace(new RegExp(`${introducer}\\[(\\d+)m`, 'g'), (_, code: string) =>
    names[code] ? `<${names[code]}>` : '</>',
  )

describe('what a text is painted like', () => {
  test.for([
    [
      'table',
      'NAME   READY   STATUS\nweb    1/1     Running\n',
      '<bold>NAME   READY   STATUS</>\nweb    1/1     <green>Running</>\n',
    ],
    ['table', 'error   0/1   CrashLoopBackOff   3\n', 'error   0/1   <red>CrashLoopBackOff</>   3\n'],
    ['table', 'a   Ready,SchedulingDisabled   5s', 'a   <green>Ready</>,<yellow>SchedulingDisabled</>   5s'],
    ['table', 'web   LoadBalancer   10.96.0.9   <pending>', 'web   LoadBalancer   10.96.0.9   <yellow><pending></>'],
    ['table', 'web   0/1   Init:ImagePullBackOff', 'web   0/1   <red>Init:ImagePullBackOff</>'],
    ['json', '{\n    "a": "b: 1",\n    "n": 1,\n', '{\n    <cyan>"a"</>: "b: 1",\n    <cyan>"n"</>: <yellow>1</>,\n'],
    ['json', '    "x: y",\n    true\n', '    "x: y",\n    true\n'],
    ['yaml', 'a: text\n- b: true\n', '<cyan>a</>: text\n- <cyan>b</>: <yellow>true</>\n'],
    [
      'yaml',
      'a: 10.96.0.1\nb: 1.5\nc: 1e+06\n',
      '<cyan>a</>: 10.96.0.1\n<cyan>b</>: <yellow>1.5</>\n<cyan>c</>: <yellow>1e+06</>\n',
    ],
    ['yaml', 'a:\n- x\n- "k: v"\n', '<cyan>a</>:\n- x\n- "k: v"\n'],
    ['yaml', 'c: |\n  d: 1\n\n  e: 2\nf: 3\n', '<cyan>c</>: |\n  d: 1\n\n  e: 2\n<cyan>f</>: <yellow>3</>\n'],
    ['kyaml', '{\n  kind: "A",\n  b: 1,\n}\n', '{\n  <cyan>kind</>: "A",\n  <cyan>b</>: <yellow>1</>,\n}\n'],
    ['describe', 'Name:    web\n  Ready  True\n', '<cyan>Name:</>    web\n  Ready  <green>True</>\n'],
    ['describe', 'Status:  Running\nIP:\n', '<cyan>Status:</>  <green>Running</>\n<cyan>IP:</>\n'],
    ['message', 'error: no: such\n', '<red>error:</> no: such\n'],
    [
      'message',
      'Warning: careful\nError from server (NotFound): x\n',
      '<yellow>Warning:</> careful\n<red>Error from server (NotFound):</> x\n',
    ],
    [
      'trace',
      'web from a\n│ DNS  │ x  │\n│      │ * y: chosen  │\nIt works: z.\n',
      '<bold>web from a</>\n│ <cyan>DNS</>  │ x  │\n│      │ <green>* y: chosen</>  │\n<green>It works</>: z.\n',
    ],
    ['trace', 'web from a\nIt fails as z.\n', '<bold>web from a</>\n<red>It fails</> as z.\n'],
    ['findings', '│ cause │ x │\nmend  kubesim x\n', '│ <red>cause</> │ x │\n<green>mend</>  kubesim x\n'],
    ['spread', 'web  ██  2  100.0 %\n', 'web  <green>██</>  2  100.0 %\n'],
    ['message', 'Edit cancelled, no changes made.\n', 'Edit cancelled, no changes made.\n'],
  ] as const)('%s %j', ([look, text, expected]) => {
    expect(legible(painters[look]?.(text))).toBe(expected)
  })
})
