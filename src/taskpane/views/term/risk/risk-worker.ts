import { drawPaths } from "./draw-paths";
import type { DrawingRequest } from "./drawing-messages";

addEventListener("message", ({ data }: MessageEvent<DrawingRequest>) =>
  drawPaths(data, (answer) => postMessage(answer)),
);
