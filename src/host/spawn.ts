/** Runs other programs; node:child_process is loaded only then. */
export const spawn = {
  async interactive(command: string, args: readonly string[]): Promise<number> {
    const { spawn: start } = await import('node:child_process')
    return new Promise((resolve, reject) => {
      start(command, args, { stdio: 'inherit' })
        .on('error', reject)
        .on('close', code => resolve(code ?? 1))
    })
  },

  async capture(command: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; code: number }> {
    const { spawn: start } = await import('node:child_process')
    return new Promise((resolve, reject) => {
      const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      child.on('error', reject).on('close', code => resolve({ stdout, stderr, code: code ?? 1 }))
    })
  },
}
