// The pages of people who sign in. Only passkeys need a script; everything else works without.
import { startPasskeys } from './passkeys';

startPasskeys();
