// One measurement: the task comes as JSON in the first argument, its figures go as JSON to standard output.
import { measures, type Task } from './task.ts'

const task: Task = JSON.parse(process.argv[2] ?? '{}')
const measure = await measures[task.measure]()
process.stdout.write(JSON.stringify(await measure(task)))
