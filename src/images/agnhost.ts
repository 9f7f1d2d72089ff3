import type { Behaviour } from '../api/behaviour.ts'
import { dnsSuffix } from './agnhost/dns-suffix.ts'
import { liveness } from './agnhost/liveness.ts'
import { netexec } from './agnhost/netexec.ts'
import { serveHostname } from './agnhost/serve-hostname.ts'
import { defineImage } from './image.ts'
import type { Process } from './running.ts'

/** The helper of Kubernetes' own tests: its first argument says what it is this time. Without one it does nothing. */
export const agnhost = defineImage({
  names: [
    'registry.k8s.io/e2e-test-images/agnhost',
    'k8s.gcr.io/e2e-test-images/agnhost',
    'gcr.io/kubernetes-e2e-test-images/agnhost',
  ],
  behaviour(running) {
    const [name = 'pause', ...words] = wordsOf(running)
    return subcommands[name]?.(running, words) ?? { listens: [] }
  },
})

const subcommands: Readonly<Record<string, (running: Process, words: readonly string[]) => Behaviour>> = {
  netexec,
  'serve-hostname': serveHostname,
  liveness,
  'dns-suffix': dnsSuffix,
}

const wordsOf = ({ command, args }: Process): readonly string[] => [
  ...command.filter((word, index) => index > 0 || !word.endsWith('agnhost')),
  ...args,
]
