import fc from 'fast-check'

// Nobody reads the counterexample of a mutant, and to shrink it takes longer than to find it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
