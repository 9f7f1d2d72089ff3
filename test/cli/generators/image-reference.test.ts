import { expect, test } from 'vitest'
import { isImageReference } from '../../../src/cli/generators/image-reference.ts'

test.for([
  { image: 'nginx', isOne: true },
  { image: 'nginx:1.27', isOne: true },
  { image: 'gcr.io/kuar-demo/kuard-amd64:blue', isOne: true },
  { image: 'localhost:5000/a/b_c-d', isOne: true },
  { image: `a@sha256:${'0'.repeat(64)}`, isOne: true },
  { image: 'Nginx', isOne: false },
  { image: 'a b', isOne: false },
  { image: 'a:', isOne: false },
  { image: 'a@sha256:00', isOne: false },
  { image: '', isOne: false },
])('$image: $isOne', ({ image, isOne }) => {
  expect(isImageReference(image)).toBe(isOne)
})
