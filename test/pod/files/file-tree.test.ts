import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PodDisk } from '../../../src/api/pod-disk.ts'
import { emptyDisk } from '../../../src/api/pod-disk.ts'
import { diskAfter, withKept } from '../../../src/pod/disk/kept-disk.ts'
import { type Entry, fileOf, folderAt, linkTo } from '../../../src/pod/files/entry.ts'
import { FileError } from '../../../src/pod/files/file-error.ts'
import { createFileTree, type FileTree } from '../../../src/pod/files/file-tree.ts'
import { copyAll, makeFolders, move, removeAll } from '../../../src/pod/files/whole-folders.ts'

const image = new Map<string, Entry>([
  ['/etc/hosts', fileOf('hosts\n', 1)],
  ['/tmp', folderAt(1)],
  ['/var/log', folderAt(1)],
  ['/logs', linkTo('/var/log', 1)],
  ['/loop', linkTo('/loop', 1)],
  ['/fixed/file', fileOf('x', 1)],
])

const aTree = (entries: ReadonlyMap<string, Entry> = image, space = 1 << 20): FileTree =>
  createFileTree({ entries, now: () => 5, isReadOnly: path => path.startsWith('/fixed'), space })

const faultOf = (act: () => unknown): string => {
  try {
    act()
    return 'none'
  } catch (error) {
    if (error instanceof FileError) return error.code
    throw error
  }
}

describe('a file tree', () => {
  test.for([
    ['reads what is not there', (tree: FileTree) => tree.read('/no'), 'ENOENT'],
    ['reads a folder', (tree: FileTree) => tree.read('/tmp'), 'EISDIR'],
    ['writes into no folder', (tree: FileTree) => tree.write('/no/x', ''), 'ENOENT'],
    ['writes below a file', (tree: FileTree) => tree.write('/etc/hosts/x', ''), 'ENOTDIR'],
    ['writes where nobody may', (tree: FileTree) => tree.write('/fixed/file', 'y'), 'EROFS'],
    ['removes a full folder', (tree: FileTree) => tree.remove('/etc'), 'ENOTEMPTY'],
    ['makes what is there', (tree: FileTree) => tree.makeFolder('/tmp'), 'EEXIST'],
    ['lists a file', (tree: FileTree) => tree.list('/etc/hosts'), 'ENOTDIR'],
    ['follows a link to itself', (tree: FileTree) => tree.read('/loop'), 'ELOOP'],
    ['moves a folder into itself', (tree: FileTree) => move(tree, '/etc', '/etc/in'), 'EINVAL'],
    ['takes more than there is space', (tree: FileTree) => tree.write('/tmp/x', 'x'.repeat(2 << 20)), 'ENOSPC'],
  ] as const)('fails as it %s', ([, act, fault]) => {
    expect(faultOf(() => act(aTree()))).toBe(fault)
  })

  test('follows links to folders, for what is new as well', () => {
    const tree = aTree()
    tree.write('/logs/a', 'a')

    expect(tree.read('/var/log/a').toString()).toBe('a')
    expect(tree.real('/logs/a')).toBe('/var/log/a')
    expect(tree.findLink('/logs')?.kind).toBe('link')
  })

  test('gives space back for what is taken away', () => {
    const tree = aTree(image, 1000)
    tree.write('/tmp/x', 'x'.repeat(800))
    tree.remove('/tmp/x')

    expect(faultOf(() => tree.write('/tmp/y', 'y'.repeat(800)))).toBe('none')
  })

  test('copies and moves whole folders', () => {
    const tree = aTree()
    makeFolders(tree, '/tmp/a/b')
    tree.write('/tmp/a/b/c', '1')
    copyAll(tree, '/tmp/a', '/tmp/copy')
    move(tree, '/tmp/a', '/tmp/moved')

    expect(tree.list('/tmp')).toEqual(['copy', 'moved'])
    expect([tree.read('/tmp/copy/b/c'), tree.read('/tmp/moved/b/c')].map(String)).toEqual(['1', '1'])
  })
})

const path = fc.constantFrom(
  '/tmp/a',
  '/tmp/b',
  '/tmp/d',
  '/tmp/d/a',
  '/data/x',
  '/data/d',
  '/data/d/y',
  '/logs/z',
  '/etc/hosts',
)
const act = fc.oneof(
  fc.record({ do: fc.constant('write' as const), path, text: fc.string({ unit: 'binary', maxLength: 5 }) }),
  fc.record({ do: fc.constant('folder' as const), path }),
  fc.record({ do: fc.constant('remove' as const), path }),
  fc.record({ do: fc.constant('link' as const), path, to: path }),
)

interface Act {
  readonly do: string
  readonly path: string
  readonly text?: string
  readonly to?: string
}

const perform = (tree: FileTree, one: Act): void => {
  try {
    if (one.do === 'write') tree.write(one.path, one.text ?? '')
    if (one.do === 'folder') makeFolders(tree, one.path)
    if (one.do === 'remove') removeAll(tree, one.path)
    if (one.do === 'link') tree.link(one.to ?? '', one.path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}

describe('what was written', () => {
  test('is there again from the disk that the state keeps, whatever was done', () => {
    const mount = {
      path: '/data',
      isReadOnly: false,
      entries: new Map([['/data', folderAt(1)]]),
      shared: { volume: 'v', subPath: 'in' },
    }
    const owner = { container: 'c', run: '0', mounts: [mount] }
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), (first, second) => {
        let disk: PodDisk = emptyDisk
        let left: FileTree | undefined
        for (const acts of [first, second]) {
          const tree = aTree(withKept(image, JSON.parse(JSON.stringify(disk)), owner))
          for (const one of acts) perform(tree, one)
          disk = diskAfter(disk, tree.changes, owner)
          left = tree
        }
        const again = aTree(withKept(image, disk, owner))
        const shown = (tree: FileTree) =>
          tree
            .paths()
            .map(each => [each, tree.findLink(each)])
            .sort()
        expect(shown(again)).toEqual(shown(left ?? again))
      }),
    )
  })
})
