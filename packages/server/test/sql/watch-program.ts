/** For `--import`, so that the statements of a program are judged too. */
import { watchSql } from './watch.ts'

watchSql()
