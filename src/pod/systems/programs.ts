/** What every Unix has, as far as it can be run here. */
export const basicPrograms: readonly string[] = [
  ...[
    'awk',
    'base64',
    'basename',
    'cat',
    'chgrp',
    'chmod',
    'chown',
    'clear',
    'comm',
    'cp',
    'cut',
    'date',
    'df',
    'diff',
    'dirname',
    'du',
  ],
  ...['echo', 'egrep', 'env', 'expand', 'expr', 'false', 'fgrep', 'find', 'fold', 'grep', 'gunzip', 'gzip', 'head'],
  ...['hostname', 'id', 'ln', 'ls', 'md5sum', 'mkdir', 'mv', 'nl', 'od', 'paste', 'printenv', 'printf', 'pwd'],
  ...['readlink', 'rm', 'rmdir', 'sed', 'seq', 'sha1sum', 'sha256sum', 'sleep', 'sort', 'split', 'stat', 'tac', 'tail'],
  ...[
    'tar',
    'tee',
    'test',
    '[',
    'timeout',
    'touch',
    'tr',
    'true',
    'uname',
    'unexpand',
    'uniq',
    'wc',
    'which',
    'whoami',
  ],
  ...['kill', 'mktemp', 'mount', 'nproc', 'realpath', 'watch', 'xargs', 'zcat'],
]

/** The programs for networks that busybox has. */
export const busyboxNetwork: readonly string[] = [
  ...['arp', 'ifconfig', 'ip', 'nc', 'netstat', 'nslookup', 'ping', 'ping6', 'route', 'telnet', 'traceroute', 'wget'],
]

/** What busybox is. */
export const busyboxPrograms: readonly string[] = [
  ...basicPrograms,
  ...busyboxNetwork,
  ...['ash', 'busybox', 'free', 'pgrep', 'pidof', 'more', 'ps', 'rev', 'sh', 'strings', 'top', 'vi'],
]

/** All programs for networks that there are. */
export const allNetwork: readonly string[] = [...busyboxNetwork, 'curl', 'dig', 'host', 'ss', 'jq']
