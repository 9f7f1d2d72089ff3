import { defineImage } from './image.ts'

/** A database that its own client finds alive. */
export const mysql = defineImage({
  names: ['mysql', 'mariadb', 'bitnami/mysql', 'bitnami/mariadb'],
  behaviour: () => ({
    stopCode: 0,
    listens: [3306],
    exec([program = '', ...words]) {
      if (program === 'mysqladmin' && words.includes('ping')) return { exitCode: 0, output: 'mysqld is alive\n' }
      if (program === 'mariadb-admin' && words.includes('ping')) return { exitCode: 0, output: 'mariadbd is alive\n' }
      const asked = words[words.findIndex(word => word === '-e' || word === '--execute') + 1] ?? ''
      return program === 'mysql' && /^select 1;?$/i.test(asked) ? { exitCode: 0, output: '1\n1\n' } : undefined
    },
  }),
})
