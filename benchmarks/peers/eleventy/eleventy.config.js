// JavaScript templates and little else: what Eleventy does fastest.
export default function (config) {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.setFreezeReservedData(false);
  config.setDataDeepMerge(false);
  config.addPassthroughCopy({ seeds: "data/texts" });
}

export const config = {
  dir: { input: "pages", output: "_site", data: "../none", includes: "../none" },
  templateFormats: ["11ty.js"],
};
