import { declareGet, type GetFlags } from '../get/flags.ts'
import { getOptions } from '../get/options.ts'
import { printTables } from '../get/print-tables.ts'
import { readAll } from '../get/read.ts'
import { printerOf, tableFormats, usageOf } from '../output/printing.ts'
import { defineVerb } from '../verb.ts'

export const get = defineVerb({
  usage: `[(-o|--output=)${usageOf(tableFormats)}] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]`,
  description: `Shows the most important facts of objects in a table: those of one name, those that selectors pick, or all of a type. Without -n or -A only the objects of the current namespace are shown.

With -o objects are printed whole, or by a template.`,
  examples: `# The pods of the namespace
kubectl get pods

# With addresses and nodes
kubectl get pods -o wide

# One Service as YAML
kubectl get service kubernetes -o yaml

# Several kinds at once
kubectl get deployments,services

# What has a label, wherever it is
kubectl get pods -A -l app=web

# One field
kubectl get service kubernetes -o jsonpath='{.spec.clusterIP}'

# In the order of a field
kubectl get services --sort-by=.metadata.name`,

  declare: declareGet,

  complete: (args, flags: GetFlags, invocation) => getOptions(args, flags, invocation),

  async run(options, context) {
    const { flags } = options
    if (flags.raw) {
      const { printRaw } = await import('../raw/send.ts')
      return printRaw({ method: 'GET', path: flags.raw }, context)
    }
    const print = await printerOf(flags, context, { allowed: tableFormats, noHeaders: flags.noHeaders })
    if (flags.watch || flags.watchOnly) {
      const { watchObjects } = await import('../get/watch.ts')
      return watchObjects(options, print, context)
    }
    const read = await readAll(options, context)
    if (!print) return printTables(read, options, context)
    const { printObjects } = await import('../get/print-objects.ts')
    return printObjects(read, options, { print, io: context.io, world: context.world })
  },
})
