#!/usr/bin/env node
const { load } = require('./load.js')

load()
  .main(require('node:path').join(__dirname, '..'))
  .catch(error => {
    process.stderr.write(`kubesim: ${error.stack}\n`)
    process.exitCode = 70
  })
