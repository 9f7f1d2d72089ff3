#!/usr/bin/env node
const { load } = require('./load.js')
const { join } = require('node:path')

const root = join(__dirname, '..')
load(join(root, 'dist'))
  .main(root)
  .catch(error => {
    process.stderr.write(`kubesim: ${error.stack}\n`)
    process.exitCode = 70
  })
  // All is written by now. Left to itself, Node would first tidy its memory.
  .then(() => process.exit())
