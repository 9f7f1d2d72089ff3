import { expect, test } from 'vitest'
import { job } from '../../../src/api/resources/job.ts'
import { tryWrite, write } from '../../support/api-write.ts'
import { readDocument } from '../../support/cases.ts'

const uid = 'c2572234-9a12-474c-9d4c-2529c09ecf9b'

test('a template that may not change is printed as the Go type that holds it', () => {
  const body = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'x', namespace: 'default', uid },
    spec: {
      template: {
        metadata: { labels: { app: 'a' } },
        spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'nginx:1.27' }] },
      },
    },
  }
  const old = write(job, body)
  const spec = old.spec
  const changed = {
    ...old,
    spec: { ...spec, template: { ...spec?.template, spec: { ...spec?.template.spec, restartPolicy: 'OnFailure' } } },
  }

  expect(tryWrite(job, changed, { old })).toBe((readDocument('../job-template.json') as { message: string }).message)
})
