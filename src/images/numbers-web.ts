import { defineImage } from './image.ts'
import { html } from './reply.ts'

/** The page of the numbers application. Its button asks the API by the name of a Service, which is the network's matter. */
export const numbersWeb = defineImage({
  names: ['kiamol/ch03-numbers-web'],
  behaviour: ({ container }) => ({
    listens: [80],
    respond: () => html(page(container.env?.find(({ name }) => name === 'RngApi__Url')?.value ?? defaultApi)),
  }),
})

const defaultApi = 'http://numbers-api/sixeyed/kiamol/master/ch03/numbers/rng'

const page = (api: string): string =>
  `<!DOCTYPE html>
<html>
<head><title>KIAMOL Random Number Generator</title></head>
<body>
<h1>KIAMOL Random Number Generator</h1>
<p>(Using API at: ${api})</p>
<form method="post"><button>Get a random number</button></form>
</body>
</html>
`
