import { parseScript, type Script, type Statement } from './syntax.ts'

/** A script that calls a function, and the function's statements, which may be exchanged before each call. */
export interface InFunction {
  readonly script: Script
  readonly body: Statement[]
}

/** `call` is the script's part behind the function, which calls it `__line`. */
export const inFunction = (call: string): InFunction => {
  const script = parseScript(`__line() { :; }\n${call}`)
  return { script, body: bodyOf(script) }
}

const bodyOf = ({ statements }: Script): Statement[] => {
  const command = statements[0]?.pipelines[0]?.commands[0]
  if (command?.type === 'FunctionDef' && command.body.type === 'Group') return command.body.body
  throw new Error('a function has statements')
}
