import { decodeBytes } from '../../../api/decode/base64.ts'
import { parseBool } from '../../../util/go-strconv.ts'
import { defineVerb, Failure } from '../../verb.ts'
import { withProperty } from './change-property.ts'
import { type Property, parseProperty } from './property.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

interface SetFlags {
  readonly setRawBytes: boolean
}

export const set = defineVerb({
  usage: 'PROPERTY_NAME PROPERTY_VALUE',
  description:
    'Sets one value of the kubeconfig. The property is named by its path: words with dots between them, of which the ' +
    'second is the name of an entry.',
  examples: `# The current context
kubectl config set current-context kubesim-my-cluster

# The namespace of a context
kubectl config set contexts.kubesim-my-cluster.namespace default`,

  declare(command) {
    command.option('--set-raw-bytes', 'Binary fields: take the value as it is, not as base64.', false)
  },

  complete: (args, { setRawBytes }: SetFlags) => ({ args, setRawBytes }),

  async run({ args, setRawBytes }, context) {
    checkCount(args, 2, context)
    const [path = '', text = ''] = args
    if (text === '') throw new Failure('you cannot use set to unset a property')
    if (path === '') throw new Failure('you must specify a property')
    const { config, write } = await startingConfig(context)
    const property = parseProperty(path)
    await write(withProperty(config, property, typedValue(property, text, setRawBytes)))
    context.io.out.write(`Property "${path}" set.\n`)
  },
})

const typedValue = (property: Property, text: string, setRawBytes: boolean): string | boolean => {
  if (property.list === undefined) return text
  if (property.name === undefined || property.field === undefined) {
    throw new Failure(`can't set a map to a value: ${property.list}`)
  }
  if (property.type === 'bool') return parseBool(text)
  if (property.type === 'text') return text
  if (setRawBytes) return Buffer.from(text).toString('base64')
  const { text: decoded, fault } = decodeBytes(text)
  if (fault !== undefined) throw new Failure(`error decoding input value: ${fault}`)
  return decoded
}
