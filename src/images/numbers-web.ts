import type { ContainerResponse } from '../api/behaviour.ts'
import { defineImage } from './image.ts'
import { html } from './reply.ts'

/** The page of the numbers application. Its button asks the API by the name of a Service. */
export const numbersWeb = defineImage({
  names: ['kiamol/ch03-numbers-web'],
  behaviour: ({ environment }) => ({
    listens: [80],
    respond: ({ method }) => {
      const api = environment.RngApi__Url || defaultApi
      if (method !== 'POST') return html(page(api))
      const unavailable = html(page(api, 'RNG service unavailable!'))
      const answered = (reply: ContainerResponse | undefined): ContainerResponse =>
        reply?.status === 200 ? html(page(api, `Here it is: ${reply.body.trim()}`)) : unavailable
      return { ...unavailable, asks: { url: api, answered } }
    },
  }),
})

const defaultApi = 'http://numbers-api/sixeyed/kiamol/master/ch03/numbers/rng'

const page = (api: string, result = ''): string =>
  `<!DOCTYPE html>
<html>
<head><title>KIAMOL Random Number Generator</title></head>
<body>
<h1>KIAMOL Random Number Generator</h1>
<p>(Using API at: ${api})</p>
${result ? `<p>${result}</p>\n` : ''}<form method="post"><button>Get a random number</button></form>
</body>
</html>
`
