// What a thread of the pool does: it plays what it is sent, in order.

import { parentPort } from "node:worker_threads";
import { playTrial, type Trial } from "./trial.ts";

parentPort!.on("message", (trial: Trial) => parentPort!.postMessage(playTrial(trial)));
