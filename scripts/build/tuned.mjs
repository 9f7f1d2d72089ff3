import { withLateModules } from './late-modules.mjs'

/** A chunk (`fileName`, `code`) as it starts fastest; what it does stays the same. */
export const tuned = ({ fileName, code }) => ({
  fileName,
  code: [withLateModules, withLateParts, withoutImports, withPlainExports, inAscii].reduce(
    (text, tune) => tune(text),
    code,
  ),
})

/** A module as bin/load.js calls it. It is written out whole: to join texts of this size takes longer than to run them. */
export const wrapped = code => `(function (exports, require, module, late) {${code}\n})\n`

// Parts of Node that many modules name and few commands use are loaded with their first use.
const lateParts = ['child_process', 'crypto', 'dgram', 'http', 'net', 'os', 'tty']
const lateRequire = new RegExp(`require\\("(node:(?:${lateParts.join('|')}))"\\)`, 'g')
const withLateParts = code => code.replace(lateRequire, 'late("$1")')

// Node warns where a script that comes out of the code cache imports; it may require.
const withoutImports = code =>
  code.replace(/\bimport\([`"'](node:[\w/]+)[`"']\)/g, 'Promise.resolve().then(() => require("$1"))')

// What is exported never changes, so that a value serves as well as a call that gives it.
const withPlainExports = code =>
  code.replace(
    /Object\.defineProperty\(exports,"([$\w]+)",\{enumerable:!0,get:function\(\)\{return ([$\w]+)\}\}\)/g,
    'exports.$1=$2',
  )

// One byte a character is what reads fastest; the escapes mean the same in strings, templates, patterns and names.
const inAscii = code =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
