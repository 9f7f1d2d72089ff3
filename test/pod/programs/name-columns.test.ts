import { expect, test } from 'vitest'
import { nameColumns } from '../../../src/pod/programs/name-columns.ts'

const names = 'bin dev etc home lib lib64 proc product_name root sys tmp usr var'.split(' ')

// As busybox 1.35 and coreutils 9.1 show them.
test.for<readonly [string, number, boolean, readonly string[]]>([
  [
    'busybox',
    80,
    false,
    [
      'bin           home          proc          sys           var',
      'dev           lib           product_name  tmp',
      'etc           lib64         root          usr',
    ],
  ],
  ['GNU', 80, true, ['bin  dev  etc  home  lib  lib64  proc  product_name  root  sys  tmp  usr  var']],
  ['a narrow terminal', 5, false, names],
])('%s', ([, width, isGnu, expected]) => {
  expect(nameColumns(names, width, isGnu)).toEqual(expected)
})

test('no names', () => {
  expect(nameColumns([], 80, true)).toEqual([])
})
