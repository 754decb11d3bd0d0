// Adds to pages that are whole without it: filters in place, and the living chart of who met whom.
"use strict";
