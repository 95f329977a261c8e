import fc from 'fast-check'
import { runs } from './runs.ts'

// For properties that do not say how often they are tried; fast-check's own number is 100.
const seed = process.env['PROPERTY_SEED']
fc.configureGlobal({ ...runs(100), ...(seed !== undefined && { seed: Number(seed) }) })
