import fs from 'node:fs'
import type { KubeObject } from '../../src/api/meta.ts'
import type { Backend } from '../../src/apiserver/backend.ts'
import { fillCluster, newHeader } from '../../src/cluster/bootstrap.ts'
import { type Choices, configOf } from '../../src/cluster/config.ts'
import { createSimulation } from '../../src/cluster/simulation.ts'
import { createStore } from '../../src/store/store.ts'

// 2026-11-20T10:00:00Z
const start = 1_795_168_800_000

export interface TestBackend extends Backend {
  /** Whether controllers answer what is written at once, or only when time passes. */
  isPrompt: boolean
  /** What others do while a client waits, one at each look; then time passes. */
  readonly meanwhile: (() => Promise<unknown>)[]
}

/** A new cluster in memory, for a client of it; its time passes when it is told to. */
export const aBackend = (choices: Choices = {}): TestBackend => {
  const config = configOf(choices)
  const store = createStore<KubeObject>()
  const { server, playUntil } = createSimulation({ store, header: newHeader(config), settings: config })
  playUntil(start)
  fillCluster(server, config, { files: fs, manifests: 'manifests' })
  playUntil(start)
  const backend: TestBackend = {
    isPrompt: true,
    meanwhile: [],
    async read(look) {
      const { view, settings } = server
      return look({
        store,
        view,
        settings,
        revision: server.revision(),
        now: server.now(),
        chance: 0,
        isFrozen: true,
        due: Number.POSITIVE_INFINITY,
      })
    },
    async write(change) {
      try {
        return change(server)
      } finally {
        if (backend.isPrompt) playUntil(server.now())
      }
    },
    async pass(milliseconds) {
      const next = backend.meanwhile.shift()
      if (next) await next()
      else playUntil(server.now() + milliseconds)
    },
  }
  return backend
}
