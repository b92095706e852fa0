// zod tries whether it may write functions of its own. This page's content policy says no, and reports the try. So it is
// told before it loads, where it looks for its settings: this is the first import of the page and of every worker.

Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
