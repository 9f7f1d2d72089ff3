import { expect, test } from 'vitest'
import { versionOf } from '../../../src/images/nginx/version.ts'

test.for([
  ['nginx', '1.29.4'],
  ['nginx:alpine', '1.29.4'],
  ['nginx:stable-alpine', '1.28.0'],
  ['nginx:1.25', '1.25.5'],
  ['nginx:1.20-alpine', '1.20.2'],
  ['nginx:1.14.2', '1.14.2'],
  ['nginx:1.99', '1.29.4'],
] as const)('%s is %s', ([image, version]) => {
  expect(versionOf(image)).toBe(version)
})
