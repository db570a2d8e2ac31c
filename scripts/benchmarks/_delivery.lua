-- wrk's part of the delivery bench: each request is the next stretch of 84 kB, as a player takes it.
local STRETCH = 84000
local requests, turn = {}, 0

function init(arguments)
  local addresses = {}
  for line in io.lines(arguments[1]) do addresses[#addresses + 1] = line end
  local size = tonumber(table.remove(addresses, 1))
  for number = 0, math.floor(size / STRETCH) - 1 do -- Written before, so that wrk has little to do.
    local first = number * STRETCH
    local range = string.format("bytes=%d-%d", first, first + STRETCH - 1)
    requests[number + 1] = wrk.format("GET", addresses[number % #addresses + 1], { ["Range"] = range })
  end
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
  turn = math.random(#requests)
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %d %f %d %.0f\n",
    summary.requests, summary.requests / (summary.duration / 1e6), failed, summary.bytes))
end
