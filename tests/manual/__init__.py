"""The manual is run: each block of its documents does what it shows, or the tests fail.

README.md and every document below docs/ is one test. Its blocks go in order, in a fresh folder,
with `sitegen` as a command:

- ```sh is run by /bin/sh; a later block goes on in the folder, and with the variables, of the one
  before.
- A ```text or ```json block whose sentence names no file is what the last command printed. A line
  `…` stands for any lines; seconds, sizes, ports and the home folder count as the same.
- Any other block is a file, where its sentence ends by naming the path: “Put this into
  `content/site.yaml`:”. “… so that `content/site.yaml` ends:” replaces its last lines, “… at the
  end of `content/site.yaml`:” adds to it.
- A ```yaml block without a path is a content file, and fits its schema.

What is meant otherwise says so in a comment above the block, which readers do not see:

    <!-- test: exits with 1 -->                 the command ends with this code, not with 0
    <!-- test: writes PATH -->                  the file, where the sentence does not end with it
    <!-- test: adds to PATH -->                 the block is added to the end of the file
    <!-- test: replaces KEY in PATH -->         the block takes the place of this entry of a mapping
    <!-- test: part of a fact -->               fits it, but for fields that are left out; also of a
                                                citation, source, person, site, theme, page
    <!-- test: for another program -->          is sound YAML or JSON, and nothing of ours
    <!-- test: held by tests/… -->              the test file that runs it; it names the document
    <!-- test: stands in PATH -->               the very lines of a file of this project
    <!-- test: says the same as PATH -->        the facts of such a file, with other line breaks

Where a document begins, if not in an empty folder, a comment below its heading says:

    <!-- test: begins in a checkout -->
    <!-- test: begins in the project of sitegen init -->
    <!-- test: begins in the project of docs/diagnostics/README.md -->

Nothing is passed over: a block of another kind, a command in an indented block, and `install
sitegen` anywhere (the distribution has another name) fail. At the end, a project that was written
is built once more. What the machine of a test has not (a package index, GitHub, a browser, a server
that runs on) has a stand-in: `stand_ins`, `room`.
"""
