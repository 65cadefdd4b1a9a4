# Cases as JSON Lines at full precision, and drawing calls.

quoted <- function(x) encodeString(x, quote = '"', justify = "none")

number <- function(x) {
  short <- sprintf("%.15g", x)
  long <- sprintf("%.17g", x)
  text <- ifelse(is.na(x), "null", ifelse(is.infinite(x), ifelse(x > 0, '"Inf"', '"-Inf"'), ifelse(as.numeric(short) == x, short, long)))
  unname(text)
}

# A vector wrapped by I() is an array whatever its length; a matrix is an array of rows.
json <- function(x) {
  array <- inherits(x, "AsIs")
  if (is.null(x)) return("null")
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(row) json(I(unname(row)))), collapse = ", "), "]"))
  if (is.list(x)) {
    if (length(x) == 0) return("{}")
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    return(paste0("{", paste(paste0(quoted(names(x)), ": ", parts), collapse = ", "), "}"))
  }
  x <- unclass(x)
  text <- if (is.character(x) || is.factor(x)) ifelse(is.na(x), "null", quoted(as.character(x)))
    else if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false"))
    else number(as.numeric(x))
  if (array || length(text) != 1) paste0("[", paste(text, collapse = ", "), "]") else text
}

written <- new.env()
refused <- list()

# Run `call` (R's text) on the columns of `inputs` (and `more`, which is not written), and write what
# `expect` reads from the result.
case <- function(family, set, label, inputs, call, options, expect, more = list(), measure = NULL, text = "", extra = list()) {
  dataset <- sub("[:|].*", "", set)
  variant <- sub("^[^:|]*[:|]?", "", set)
  id <- paste0(family, "/", set, "/", label)
  if (exists(id, written)) return(invisible())
  warned <- character()
  inputs <- lapply(as.list(inputs), function(x) if (is.integer(x)) { storage.mode(x) <- "double"; x } else x)  # R's integers overflow.
  where <- list2env(c(inputs, more), parent = globalenv())
  found <- withCallingHandlers(
    try({ result <- eval(parse(text = call), where); expect(result) }, silent = TRUE),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") }
  )
  if (inherits(found, "try-error")) {
    refused[[length(refused) + 1]] <<- paste(family, call, conditionMessage(attr(found, "condition")), sep = "\t")
    return(invisible())
  }
  assign(id, TRUE, written)
  line <- list(id = id, family = family, dataset = dataset)
  if (nzchar(variant)) line$variant <- variant
  line$inputs <- lapply(inputs, function(x) if (is.matrix(x)) x else I(x))
  line$call <- c(list(r = call), extra, list(options = options, text = text))
  line$expected <- found
  if (!is.null(measure)) line$measure <- measure
  line$warnings <- I(unique(warned))
  cat(json(line), "\n", sep = "", file = file.path(out, paste0(family, ".jsonl")), append = TRUE)
}

finish <- function() {
  writeLines(as.character(unlist(refused)), file.path(out, "refused.txt"))
  message(length(ls(written)), " cases, ", length(refused), " calls that R refused")
}

one_of <- function(x) x[[sample.int(length(x), 1)]]
maybe <- function(p) runif(1) < p
often <- function(n) { n <- n * share; floor(n) + maybe(n %% 1) }

# Options as R's text, in the given order.
argued <- function(options) {
  text <- vapply(options, function(x) {
    one <- if (is.character(x)) paste0("'", x, "'") else as.character(x)
    if (length(one) > 1) paste0("c(", paste(one, collapse = ", "), ")") else one
  }, "")
  if (length(options)) paste0(", ", paste(names(options), text, sep = "=", collapse = ", ")) else ""
}

TIGHT <- ", control=list(threshold=1e-13, maxiter=5000, tol=1e-13)"
ITERATED <- c("REML", "ML", "EB", "PM", "PMM", "SJIT", "DLIT")
tight <- function(method) if (method %in% ITERATED) TIGHT else ""

# "ai=ai, bi=bi": a call's columns.
of_columns <- function(x, names = colnames(x)) paste0(names, "=", names, collapse = ", ")
