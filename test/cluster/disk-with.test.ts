import { expect, test } from 'vitest'
import { emptyDisk } from '../../src/api/pod-disk.ts'
import { diskWith } from '../../src/cluster/disk-with.ts'

const file = (text: string) => ({ text, mode: 0o644, at: 1 })

test('what a program changed is put to what others wrote', () => {
  const from = { containers: { c: { run: '0', entries: { '/a': file('1') } } }, volumes: { v: { '/x': file('1') } } }
  const to = {
    containers: { c: { run: '0', entries: { '/a': file('2'), '/b': null } } },
    volumes: { v: { '/x': file('1'), '/y': file('2') } },
  }
  const disk = {
    containers: { c: { run: '0', entries: { '/c': file('3') } } },
    volumes: { v: { '/x': file('other') } },
  }

  expect(diskWith(disk, { from, to })).toEqual({
    containers: { c: { run: '0', entries: { '/a': file('2'), '/b': null, '/c': file('3') } } },
    volumes: { v: { '/x': file('other'), '/y': file('2') } },
  })
  expect(diskWith(disk, { from: emptyDisk, to: emptyDisk })).toEqual(disk)
})
