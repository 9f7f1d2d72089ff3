import { describe, test } from 'vitest'
import { clusterOfAnswers } from '../support/answering-cluster.ts'
import { readCases } from '../support/cases.ts'
import { expectAgreement } from '../support/exceptions.ts'
import { readingClient } from '../support/reading-client.ts'
import { runCli } from '../support/run-cli.ts'
import { type Answer, scriptedClient } from '../support/scripted-client.ts'

interface Case {
  readonly title: string
  readonly cmd: string
  readonly server_answer: readonly Answer[]
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

const now = Date.UTC(2026, 0, 1)
const others = { ...readingClient(clusterOfAnswers(now)), now: async () => now }

/** What the files of the recording held is told by the object that was sent: a Service of that name. */
const serviceNamed = (name: string): string =>
  `{"apiVersion":"v1","kind":"Service","metadata":{"name":"${name}"},"spec":{"ports":[{"port":80}]}}`
const files = { 'svc.yaml': serviceNamed('web'), 'front.yaml': serviceNamed('front') }

const file = 'server-answers.json'

describe('what kubectl makes of answers of the server', () => {
  test.for(readCases<Case>(file))('$title', async ({ title, cmd, server_answer: answers, stdout, stderr, code }) => {
    const world = {
      openClient: async ({ onWarning }: { onWarning(text: string): void }) =>
        scriptedClient({ answers, others, onWarning }),
    }
    expectAgreement({ file, case: title }, await runCli(cmd, { files, world }), { stdout, stderr, code })
  })
})
