import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// On Node 20 it doubles what every start of a program costs, and nothing here asks for certificates.
delete process.env.NODE_EXTRA_CA_CERTS

/** The recorded sessions first: they take longest, and leave room beside them for tests that wait. */
class SessionsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSessions = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/test/scenarios.test.ts')
    return [...sorted.filter(isSessions), ...sorted.filter(file => !isSessions(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 3,
    // No module keeps anything that a test could see: files share what was loaded once.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: SessionsFirst },
  },
})
