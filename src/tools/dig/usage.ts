const synopsis = `Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]
`

export const usage = `${synopsis}
Use "dig -h" (or "dig -h | more") for complete list of options
`

/** Our own list of what this dig knows. */
export const help = `${synopsis}
q-type, q-class   any record type (default a) and class (default in)
q-opt:
    -4 -6             ask over one family only (accepted, nothing to choose here)
    -c CLASS          the class
    -p PORT           the port of the server
    -q NAME           the name, even one that looks like a type
    -t TYPE           the type
    -u                query times in microseconds
    -x ADDRESS        the name of an address
    -v                the version
d-opt, most with a "no" form:
    +short            the data of the answer alone
    +all              every part below, on or off
    +cmd +comments +question +answer +authority +additional +stats
    +multiline +class +ttlid +ttlunits +expandaaaa +rrcomments +onesoa +yaml
    +identify         who answered
    +qr               the question as it was sent
    +search +showsearch +ndots=N +domain=NAME
    +tcp +ignore +recurse +adflag +cdflag +fail
    +edns[=N] +bufsize=N +dnssec +cookie[=HEX] +nsid
    +time=S +tries=N +retry=N +qid=N
    +trace            the tiers that the question passed through
    +tier             the tier that gave the answer
`
