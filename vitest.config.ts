import { defineConfig } from 'vitest/config'

// On Node 20 it doubles what every start of a program costs, and nothing here asks for certificates.
delete process.env.NODE_EXTRA_CA_CERTS

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 3,
    // No module keeps anything that a test could see: files share what was loaded once.
    isolate: false,
    maxWorkers: 2,
  },
})
