import type { Scenario, Step } from './normal-form.ts'

/**
 * The commands of a document's `console` blocks with what stands below them, as one session. A line that ends in `# exit N`
 * expects that exit code.
 */
export const transcriptsOf = (name: string, text: string): Scenario => ({
  name,
  title: name,
  files: {},
  steps: [...text.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) => stepsOf(block)),
})

const stepsOf = (block: string): Step[] =>
  block
    .split(/^(?=\$ )/m)
    .filter(part => part.startsWith('$ '))
    .map(part => {
      const end = part.indexOf('\n')
      const [, cmd = '', code = '0'] = /^\$ (.*?)(?: +# exit (\d+))?$/.exec(part.slice(0, end)) ?? []
      return { cmd: `${cmd} 2>&1`, stdout: part.slice(end + 1), stderr: '', code: Number(code) }
    })
