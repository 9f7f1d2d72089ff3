import type { RestHandler } from '../api/rest.ts'
import { createLocalClient } from '../apiserver/local-client.ts'
import { createKubelet } from '../cluster/kubelet.ts'
import type { Session } from '../cluster/session.ts'
import { sharedBackend } from '../cluster/shared-backend.ts'
import { createRestHandler } from '../http/handler.ts'
import { seededRandom } from '../util/random.ts'

type Sleep = (milliseconds: number) => Promise<void>

/** The REST interface of a cluster in a folder, which other programs may change at the same time. */
export const restOf = (session: Session, wait: Sleep): RestHandler => {
  const backend = sharedBackend(session, wait)
  const kubelet = createKubelet(backend)
  return createRestHandler({
    openClient: async ({ user, warn }) => createLocalClient({ backend, user, warn }),
    openKubelet: async () => kubelet,
    look: () => backend.read(({ view, chance, now }) => ({ cluster: view, random: seededRandom(chance ^ now) })),
    wait,
  })
}
