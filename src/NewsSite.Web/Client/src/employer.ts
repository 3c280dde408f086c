// The pages of people who post jobs. Everything works without; with it, what is typed is kept while it is typed.
import { startForms } from './newsroom/frame/forms';
import { startKeeping } from './keeping';
import { startNotation } from './notation';
import { startSuggestions } from './suggestions';

startForms();
startSuggestions();
startKeeping();
startNotation();
