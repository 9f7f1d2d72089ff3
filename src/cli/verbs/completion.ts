import { scripts } from '../completion/scripts/index.ts'
import { defineVerb, UsageError } from '../verb.ts'

interface CompletionFlags {
  readonly alias: boolean
}

export const completion = defineVerb({
  usage: 'SHELL',
  description: `Prints a script that makes a shell complete commands, flags, and the names of what is in the cluster. SHELL is bash, zsh, fish or powershell.

With --alias the shell also takes kubectl for kubesim, so that scripts that call kubectl run unchanged.`,
  examples: `# For this session of bash
source <(kubesim completion bash)

# For every session of zsh
echo 'source <(kubesim completion zsh)' >> ~/.zshrc

# For fish
kubesim completion fish | source`,
  declare: command => void command.option('--alias', 'Let kubectl stand for kubesim.', false),

  complete(args, { alias }: CompletionFlags) {
    const [shell] = args
    if (shell === undefined) throw new UsageError('Shell not specified.', { hint: true })
    if (args.length > 1) {
      throw new UsageError('Too many arguments. Expected only the shell type.', { hint: true })
    }
    const script = scripts.find(({ name }) => name === shell)
    if (!script) throw new UsageError(`Unsupported shell type "${shell}".`, { hint: true })
    return { script, alias }
  },

  run: async ({ script, alias }, { io }) => io.out.write(script.text(alias ? ['kubesim', 'kubectl'] : ['kubesim'])),
})
