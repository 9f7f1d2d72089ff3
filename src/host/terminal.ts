import type { Terminal, Typed } from '../pod/shell/terminal.ts'

/** Standard input as a terminal, with line editing. What is typed while nobody reads waits for the next read. */
export const openTerminal = async (): Promise<Terminal> => {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: true, historySize: 500 })
  const waiting: Typed[] = []
  let reader: ((typed: Typed) => void) | undefined
  let interrupted = (): void => undefined
  const come = (typed: Typed): void => {
    if (!reader) {
      if (typed !== 'interrupt') waiting.push(typed)
      return
    }
    const read = reader
    reader = undefined
    read(typed)
  }
  lines.on('line', line => come({ line }))
  lines.on('close', () => come('end'))
  lines.on('SIGINT', () => {
    process.stdout.write('^C\n')
    if (!reader) return interrupted()
    lines.write(null, { ctrl: true, name: 'u' })
    come('interrupt')
  })
  return {
    read(prompt) {
      lines.setPrompt(prompt)
      lines.prompt()
      const next = waiting.shift()
      if (next) return Promise.resolve(next)
      return new Promise(resolve => {
        reader = resolve
      })
    },
    onInterrupt(call) {
      interrupted = call
    },
    close: () => lines.close(),
  }
}
