-- wrk's part of the progress bench: each request is a report of a learner chosen at random.
local learners, view = {}, "report"

function init(arguments)
  view = arguments[1]
  for line in io.lines(arguments[2]) do
    local cookie, csrf, session = line:match("([^\t]+)\t([^\t]+)\t([^\t]+)")
    learners[#learners + 1] = { cookie = cookie, csrf = csrf, session = session }
  end
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

function request()
  if view == "hello" then return wrk.format("GET", "/hello") end
  local one = learners[math.random(#learners)]
  local start = math.random(0, 2680)
  local body = string.format(
    '{"reports":[{"session":"%s","form":"video","ranges":[[%d,%d]],"position":%d}]}',
    one.session, start, start + 15, start + 15)
  local headers = {
    ["Cookie"] = one.cookie, ["X-CSRFToken"] = one.csrf,
    ["Content-Type"] = "application/json", ["Accept"] = "application/json",
    ["Sec-Fetch-Site"] = "same-origin",
  }
  local path = view == "floor" and "/floor" or "/watching/reports"
  return wrk.format("POST", path, headers, body)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %d %f %f %d\n",
    summary.requests, summary.requests / (summary.duration / 1e6), latency:percentile(95) / 1e3, failed))
end
